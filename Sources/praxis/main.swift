
print("praxis")
