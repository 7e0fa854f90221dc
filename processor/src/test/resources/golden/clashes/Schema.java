package golden.clashes;

record Schema(int number) {}
