"""How does each answer look as sheets of a workbook?"""
