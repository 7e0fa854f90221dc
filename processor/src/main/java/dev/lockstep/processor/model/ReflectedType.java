package dev.lockstep.processor.model;

/**
 * A type of the pipeline's own module that JSON reads and writes by reflection.
 *
 * @param name its simple name
 * @param isPublic whether it and the types around it are public
 * @param returned whether it is what the step returns, which is not stored when it is taken apart
 */
public record ReflectedType(String name, String packageName, boolean isPublic, boolean returned) {}
