package golden.clashes;

record Exception(int number) {}
