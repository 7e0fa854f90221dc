package golden.clashes;

record List(int number) {}
