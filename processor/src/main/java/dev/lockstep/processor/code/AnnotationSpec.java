package dev.lockstep.processor.code;

import com.squareup.javapoet.ClassName;

/** An annotation with one value. */
public final class AnnotationSpec {
  private final CodeBlock code;

  private AnnotationSpec(CodeBlock code) {
    this.code = code;
  }

  public static AnnotationSpec of(Class<?> type) {
    return new AnnotationSpec(CodeBlock.of("@$T", type));
  }

  public static Builder builder(Class<?> type) {
    return new Builder(ClassName.get(type));
  }

  public static Builder builder(ClassName type) {
    return new Builder(type);
  }

  CodeBlock code() {
    return code;
  }

  /** Puts an annotation together. */
  public static final class Builder {
    private final ClassName type;
    private CodeBlock value = CodeBlock.of("");

    private Builder(ClassName type) {
      this.type = type;
    }

    /** Sets the value; the only member that is supported is {@code value}. */
    public Builder addMember(String member, String format, Object... arguments) {
      if (!member.equals("value")) {
        throw new IllegalArgumentException(member);
      }
      value = CodeBlock.of(format, arguments);
      return this;
    }

    public AnnotationSpec build() {
      return new AnnotationSpec(
          value.isEmpty() ? CodeBlock.of("@$T", type) : CodeBlock.of("@$T($L)", type, value));
    }
  }
}
