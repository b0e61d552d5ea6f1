"""What does one text state, as quads?"""
