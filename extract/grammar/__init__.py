"""What stands in the window around an offset of the flow: fields, type words, verbs, clauses?"""
