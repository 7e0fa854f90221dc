package dev.lockstep.processor.code;

import com.squareup.javapoet.TypeName;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collector;

/**
 * A piece of code with the types that it mentions. In formats, {@code $T} is a type, {@code $S} a
 * text in quotes, {@code $L} anything else, {@code $N} a name, {@code $>} and {@code $<} change the
 * indentation, {@code $[} and {@code $]} enclose a statement, whose further lines are indented, and
 * {@code $W} is a space, or a new line when the rest would not fit on this one.
 */
public final class CodeBlock {
  /** What is no text and no type. */
  enum Mark {
    INDENT,
    UNINDENT,
    BEGIN_STATEMENT,
    END_STATEMENT,
    SPACE_OR_BREAK
  }

  /** Texts, types and marks, in their order. */
  private final List<Object> parts;

  private CodeBlock(List<Object> parts) {
    this.parts = parts;
  }

  public static CodeBlock of(String format, Object... arguments) {
    return builder().add(format, arguments).build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Joins blocks by a format without arguments. */
  public static CodeBlock join(Collection<CodeBlock> blocks, String separator) {
    Builder joined = builder();
    boolean first = true;
    for (CodeBlock block : blocks) {
      if (!first) {
        joined.add(separator);
      }
      joined.add(block);
      first = false;
    }
    return joined.build();
  }

  /** Joins blocks at the end of a stream. */
  public static Collector<CodeBlock, ?, CodeBlock> joining(String separator) {
    return joining(separator, "", "");
  }

  public static Collector<CodeBlock, ?, CodeBlock> joining(
      String separator, String prefix, String suffix) {
    return Collector.of(
        ArrayList<CodeBlock>::new,
        ArrayList::add,
        (left, right) -> {
          left.addAll(right);
          return left;
        },
        blocks -> builder().text(prefix).add(join(blocks, separator)).text(suffix).build());
  }

  List<Object> parts() {
    return parts;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Puts a block together. */
  public static final class Builder {
    private final List<Object> parts = new ArrayList<>();

    private Builder() {}

    public Builder add(CodeBlock block) {
      parts.addAll(block.parts);
      return this;
    }

    public Builder add(String format, Object... arguments) {
      int argument = 0;
      int start = 0;
      for (int i = format.indexOf('$'); i >= 0; i = format.indexOf('$', start)) {
        text(format.substring(start, i));
        switch (format.charAt(i + 1)) {
          case 'T' -> parts.add(type(arguments[argument++]));
          case 'S' -> parts.add(Quotes.literal((String) arguments[argument++]));
          case 'L', 'N' -> literal(arguments[argument++]);
          case '>' -> parts.add(Mark.INDENT);
          case '<' -> parts.add(Mark.UNINDENT);
          case '[' -> parts.add(Mark.BEGIN_STATEMENT);
          case ']' -> parts.add(Mark.END_STATEMENT);
          case 'W' -> parts.add(Mark.SPACE_OR_BREAK);
          default -> throw new IllegalArgumentException(format);
        }
        start = i + 2;
      }
      if (argument != arguments.length) {
        throw new IllegalArgumentException(format);
      }
      return text(format.substring(start));
    }

    public Builder addStatement(String format, Object... arguments) {
      return begin().add(format, arguments).end();
    }

    public Builder addStatement(CodeBlock statement) {
      return begin().add(statement).end();
    }

    /** {@code if (x)} and an opening brace. */
    public Builder beginControlFlow(String format, Object... arguments) {
      add(format, arguments).text(" {\n").parts.add(Mark.INDENT);
      return this;
    }

    /** A closing brace, {@code else}, and an opening brace. */
    public Builder nextControlFlow(String format, Object... arguments) {
      parts.add(Mark.UNINDENT);
      text("} ").add(format, arguments).text(" {\n").parts.add(Mark.INDENT);
      return this;
    }

    public Builder endControlFlow() {
      parts.add(Mark.UNINDENT);
      return text("}\n");
    }

    public CodeBlock build() {
      return new CodeBlock(List.copyOf(parts));
    }

    private Builder begin() {
      parts.add(Mark.BEGIN_STATEMENT);
      return this;
    }

    private Builder end() {
      text(";\n").parts.add(Mark.END_STATEMENT);
      return this;
    }

    private Builder text(String text) {
      if (!text.isEmpty()) {
        parts.add(text);
      }
      return this;
    }

    private void literal(Object argument) {
      if (argument instanceof CodeBlock block) {
        add(block);
      } else {
        text(argument.toString());
      }
    }

    private static TypeName type(Object argument) {
      return argument instanceof TypeName name ? name : TypeName.get((Type) argument);
    }
  }
}
