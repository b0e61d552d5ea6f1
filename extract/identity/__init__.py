"""Which mentions of one text mean the same document, and which document is it?"""
