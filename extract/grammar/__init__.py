"""What stands in the window around a place of the flow: fields, type words, verbs, clauses?"""
