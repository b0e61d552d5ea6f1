"""What of a document does a change reach, and from which day?"""
