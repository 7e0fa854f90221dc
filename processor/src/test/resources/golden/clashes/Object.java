package golden.clashes;

record Object(int number) {}
