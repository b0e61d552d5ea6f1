"""How does what became of a directive become a report for those who answer for it?"""
