package dev.lockstep.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A page about annotations and their enums, made of their sources. */
final class AnnotationReference {
  private final DocTrees trees;
  private final List<CompilationUnitTree> units = new ArrayList<>();

  private AnnotationReference(DocTrees trees) {
    this.trees = trees;
  }

  /** The sections of all files, in their order. */
  static String of(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      AnnotationReference reference = new AnnotationReference(DocTrees.instance(task));
      task.parse().forEach(reference.units::add);
      return reference.page();
    }
  }

  private String page() {
    StringBuilder page = new StringBuilder();
    for (CompilationUnitTree unit : units) {
      for (Tree type : unit.getTypeDecls()) {
        TreePath path = TreePath.getPath(unit, type);
        page.append(type.getKind() == Tree.Kind.ENUM ? constants(path) : annotation(path));
      }
    }
    return page.toString();
  }

  private String annotation(TreePath path) {
    ClassTree type = (ClassTree) path.getLeaf();
    StringBuilder section = new StringBuilder();
    section.append("## @" + type.getSimpleName() + "\n\nOn ").append(targets(type)).append(".\n\n");
    section.append(comment(path)).append("\n\n");
    StringBuilder rows = new StringBuilder();
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree attribute) {
        Tree value = attribute.getDefaultValue();
        rows.append("| `" + attribute.getName() + "` | `" + attribute.getReturnType() + "` | ");
        rows.append(value == null ? "required" : "`" + value + "`");
        rows.append(" | " + cell(new TreePath(path, member)) + " |\n");
      }
    }
    if (rows.length() > 0) {
      section.append("| attribute | type | default | meaning |\n|---|---|---|---|\n");
      section.append(rows).append('\n');
    }
    return section.toString();
  }

  private String constants(TreePath path) {
    ClassTree type = (ClassTree) path.getLeaf();
    StringBuilder section = new StringBuilder("## " + type.getSimpleName() + "\n\n");
    section.append(comment(path)).append("\n\n| constant | meaning |\n|---|---|\n");
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree constant) {
        section.append("| `" + constant.getName() + "` | ");
        section.append(cell(new TreePath(path, member)) + " |\n");
      }
    }
    return section.append('\n').toString();
  }

  /** Where an annotation may stand, in words. */
  private static String targets(ClassTree type) {
    List<String> words = new ArrayList<>();
    for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
      if (annotation.getAnnotationType().toString().equals("Target")) {
        String text = annotation.getArguments().toString();
        for (String word : text.split("[^A-Z_]+", -1)) {
          if (word.length() > 1) {
            words.add(
                word.equals("TYPE")
                    ? "a class or interface"
                    : "a " + word.toLowerCase(Locale.ROOT).replace('_', ' '));
          }
        }
      }
    }
    return words.isEmpty() ? "nothing: a value of another annotation" : String.join(", ", words);
  }

  private String cell(TreePath path) {
    return comment(path).replace("\n\n", "<br>").replace("\n", " ").replace("|", "\\|");
  }

  private String comment(TreePath path) {
    DocCommentTree comment = trees.getDocCommentTree(path);
    if (comment == null) {
      throw new IllegalStateException(path.getLeaf() + " has no Javadoc");
    }
    return JavadocMarkdown.of(comment);
  }
}
