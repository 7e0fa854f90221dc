package golden.clashes;

record StepCall(int number) {}
