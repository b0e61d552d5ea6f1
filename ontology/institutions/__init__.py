"""Who issues documents, at which level and place, in which term, and what became of each?"""
