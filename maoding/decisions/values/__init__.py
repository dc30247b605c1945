"""Values: what can an expression of FEEL come to, and how do values compare, add up and read as text?"""
