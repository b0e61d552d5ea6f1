"""What does each text state, as rows: its links, what it orders, the files that hold it?"""
