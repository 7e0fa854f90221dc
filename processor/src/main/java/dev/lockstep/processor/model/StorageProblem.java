package dev.lockstep.processor.model;

/**
 * Why what a step returns cannot be stored, or not be read again.
 *
 * @param type the type that is the reason, by its simple name
 * @param way the component that holds it, such as {@code Report.source}, or empty
 * @param unlessTakenApart whether it can be stored by itself, and not as part of what is returned
 */
public record StorageProblem(Kind kind, String type, String way, boolean unlessTakenApart) {
  /** The reasons. */
  public enum Kind {
    /** Something that is not there yet, or can be read only once. */
    PENDING,
    /** A stream that is no {@code InputStream}, or is inside something else. */
    STREAM,
    /** A resource of the process that has it. */
    HANDLE,
    /** A function. */
    CODE,
    /** An inner class, whose objects belong to one of the class around it. */
    INNER,
    /** An interface or an abstract class: nothing says which class to make. */
    ABSTRACT,
    /** A class without a constructor that JSON could be read with. */
    CONSTRUCTOR,
    /** A class in which JSON sees nothing. */
    EMPTY,
    /** A class of the JDK of which JSON makes something that it cannot read. */
    OPAQUE,
    /** A key of a map that no text can become. */
    KEY
  }
}
