package golden.clashes;

record String(int number) {}
