package golden.clashes;

record ValueType(int number) {}
