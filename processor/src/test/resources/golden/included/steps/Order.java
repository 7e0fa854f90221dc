package golden.included.steps;

public record Order(String article, int number) {}
