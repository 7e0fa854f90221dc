package golden.clashes;

record Types(int number) {}
