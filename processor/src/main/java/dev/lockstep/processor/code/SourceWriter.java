package dev.lockstep.processor.code;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.WildcardTypeName;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes a file with one class: what is written is walked through twice, first for the types in it
 * alone, which decide the imports, and then for its text.
 */
public final class SourceWriter {
  private static final String INDENT = "  ";
  private static final int NO_STATEMENT = -1;
  private static final int LONGEST_COMMENT = 87;
  private static final int LONGEST_LINE = 100;
  private static final int NONE = -1;

  private final StringBuilder text = new StringBuilder(4096);
  private final TypeNames names;

  /** Whether only types are looked at. */
  private boolean collecting = true;

  private int depth;
  private boolean javadoc;
  private boolean atLineStart;
  private int lineStart;

  /** Where the line may still be broken, in place of a space, and how far the next is indented. */
  private int space = NONE;

  private int depthAfterBreak;

  /** How many lines the statement has so far, less one. */
  private int statementLine = NO_STATEMENT;

  private SourceWriter(TypeNames names) {
    this.names = names;
  }

  /**
   * The text of a file with one class.
   *
   * @param importJavaLang whether {@code java.lang} must be imported, because the package has
   *     classes of the same names
   */
  public static String write(String packageName, TypeSpec type, boolean importJavaLang) {
    TypeNames names =
        new TypeNames(ClassName.get(packageName, type.name()), type.alwaysQualified());
    SourceWriter out = new SourceWriter(names);
    type.write(out);
    names.settle();
    out.collecting = false;
    if (!packageName.isEmpty()) {
      out.text.append("package ").append(packageName).append(";\n\n");
    }
    int start = out.text.length();
    for (ClassName imported : names.imports()) {
      if (importJavaLang
          || !imported.packageName().equals("java.lang")
          || type.alwaysQualified().contains(imported.simpleName())) {
        out.text.append("import ").append(imported.canonicalName()).append(";\n");
      }
    }
    if (out.text.length() > start) {
      out.text.append('\n');
    }
    type.write(out);
    return out.text.toString();
  }

  SourceWriter enter(TypeSpec type) {
    names.enter(type);
    return this;
  }

  SourceWriter leave() {
    names.leave();
    return this;
  }

  SourceWriter indent() {
    depth++;
    return this;
  }

  SourceWriter unindent() {
    depth--;
    return this;
  }

  SourceWriter modifiers(Set<Modifier> modifiers) {
    for (Modifier modifier : modifiers) {
      text(modifier.toString()).text(" ");
    }
    return this;
  }

  void javadoc(CodeBlock code) {
    if (code.isEmpty()) {
      return;
    }
    int start = text.length();
    text("/**\n");
    javadoc = true;
    code(code);
    if (!atLineStart) {
      text("\n");
    }
    javadoc = false;
    text(" */\n");
    joinIfShort(start);
  }

  /** A comment of one line that is not long stands on one line. */
  private void joinIfShort(int start) {
    int first = text.indexOf("\n", start) + 1;
    int second = text.indexOf("\n", first) + 1;
    int third = text.indexOf("\n", second) + 1;
    if (third == text.length()) {
      String line = text.substring(first, second).strip();
      if (line.length() <= LONGEST_COMMENT) {
        text.setLength(start);
        text("/*" + line + " */\n");
      }
    }
  }

  SourceWriter code(CodeBlock code) {
    for (Object part : code.parts()) {
      if (part instanceof String piece) {
        text(piece);
      } else if (part instanceof TypeName type) {
        type(type);
      } else {
        mark((CodeBlock.Mark) part);
      }
    }
    return this;
  }

  private void mark(CodeBlock.Mark mark) {
    switch (mark) {
      case INDENT -> indent();
      case UNINDENT -> unindent();
      case BEGIN_STATEMENT -> statementLine = 0;
      case END_STATEMENT -> {
        depth -= statementLine > 0 ? 2 : 0;
        statementLine = NO_STATEMENT;
      }
      case SPACE_OR_BREAK -> spaceOrBreak();
    }
  }

  SourceWriter type(TypeName type) {
    if (type instanceof ClassName name) {
      return text(names.name(name, !javadoc));
    }
    if (type instanceof ArrayTypeName array) {
      return type(array.componentType).text("[]");
    }
    if (type instanceof WildcardTypeName wildcard) {
      return wildcard(wildcard);
    }
    if (type instanceof ParameterizedTypeName parameterized && !isMemberOfGeneric(parameterized)) {
      type(parameterized.rawType).text("<");
      for (int i = 0; i < parameterized.typeArguments.size(); i++) {
        text(i == 0 ? "" : ", ").type(parameterized.typeArguments.get(i));
      }
      return text(">");
    }
    return text(type.toString());
  }

  /** {@code Outer<String>.Inner<Long>}, which is written in full. */
  private static boolean isMemberOfGeneric(ParameterizedTypeName type) {
    return type.rawType.enclosingClassName() != null
        && !type.toString().startsWith(type.rawType.canonicalName());
  }

  private SourceWriter wildcard(WildcardTypeName wildcard) {
    if (!wildcard.lowerBounds.isEmpty()) {
      return text("? super ").type(wildcard.lowerBounds.get(0));
    }
    TypeName bound = wildcard.upperBounds.get(0);
    return bound.equals(TypeName.OBJECT) ? text("?") : text("? extends ").type(bound);
  }

  SourceWriter text(String piece) {
    if (collecting) {
      return this;
    }
    int start = 0;
    for (int end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      line(piece, start, end);
      lineBreak();
      start = end + 1;
    }
    line(piece, start, piece.length());
    return this;
  }

  private void line(String piece, int start, int end) {
    if (start == end) {
      return;
    }
    if (atLineStart) {
      indentation();
      text.append(javadoc ? " * " : "");
      atLineStart = false;
    }
    text.append(piece, start, end);
    breakIfTooLong();
  }

  private void spaceOrBreak() {
    if (!collecting) {
      line(" ", 0, 1);
      space = text.length() - 1;
      depthAfterBreak = depth + 2;
    }
  }

  private void breakIfTooLong() {
    if (space != NONE && text.length() - lineStart > LONGEST_LINE) {
      text.replace(space, space + 1, "\n" + INDENT.repeat(depthAfterBreak));
      lineStart = space + 1;
      space = NONE;
    }
  }

  private void lineBreak() {
    if (atLineStart && javadoc) {
      indentation();
      text.append(" *");
    }
    int last = text.length() - 1;
    if (text.charAt(last) == ' ') {
      text.setLength(last);
    }
    text.append('\n');
    atLineStart = true;
    lineStart = text.length();
    space = NONE;
    if (statementLine == 0) {
      depth += 2;
    }
    if (statementLine != NO_STATEMENT) {
      statementLine++;
    }
  }

  private void indentation() {
    text.append(INDENT.repeat(depth));
  }
}
