"""What is ordered and what may meet it, by the tables, or by a graph without any?"""
