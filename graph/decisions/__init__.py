"""What did people decide, and what does that change in the graph?"""
