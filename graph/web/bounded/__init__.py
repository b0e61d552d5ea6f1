"""What may take too long, and is done in a process of its own?"""
