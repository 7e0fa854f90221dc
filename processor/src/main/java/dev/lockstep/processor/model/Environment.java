package dev.lockstep.processor.model;

/**
 * What the compilation offers to generated code.
 *
 * @param generatedAnnotation whether {@code javax.annotation.processing.Generated} can be seen
 * @param runtime whether {@code lockstep-runtime} can be seen
 * @param generatedNameTaken whether a class with the generated class's name is there already
 * @param shadowsJavaLang whether the package has a class that hides one of {@code java.lang}
 * @param generatedMissing whether a class file was compiled without what is generated for it
 */
public record Environment(
    boolean generatedAnnotation,
    boolean runtime,
    boolean generatedNameTaken,
    boolean shadowsJavaLang,
    boolean generatedMissing) {}
