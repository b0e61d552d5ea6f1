"""What does the text say in reading order, and where does each word stand in the text as read?"""
