package dev.lockstep.processor.model;

/**
 * What the compilation offers to generated code.
 *
 * @param generatedAnnotation whether {@code javax.annotation.processing.Generated} can be seen
 * @param module the name of the module that the code is in, or empty
 * @param runtime whether {@code lockstep-runtime} can be seen
 * @param generatedNameTaken whether a class with the generated class's name is there already
 * @param shadowsJavaLang whether the package has a class that hides one of {@code java.lang}
 * @param generatedMissing whether a class file was compiled without what is generated for it
 */
public record Environment(
    boolean generatedAnnotation,
    String module,
    boolean runtime,
    boolean generatedNameTaken,
    boolean shadowsJavaLang,
    boolean generatedMissing) {

  /** How to come by the runtime. */
  public String runtimeFix() {
    String dependency = "add the dependency dev.lockstep:lockstep-runtime";
    return module.isEmpty()
        ? dependency + "."
        : dependency + ", and 'requires dev.lockstep.runtime;' to module-info.java.";
  }

  /** Where the runtime is not found. */
  public String runtimeScope() {
    return module.isEmpty()
        ? "which is not on the class path."
        : "which the module '" + module + "' does not read.";
  }
}
