package golden.clashes;

record Optional(int number) {}
