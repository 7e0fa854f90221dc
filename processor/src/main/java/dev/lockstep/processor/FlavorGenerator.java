package dev.lockstep.processor;

import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Reporter;
import dev.lockstep.processor.validate.Rules;
import dev.lockstep.processor.write.FlavorWriter;
import dev.lockstep.processor.write.Skeletons;
import java.io.IOException;
import javax.lang.model.element.TypeElement;

/** What follows from one flavor alone: what is wrong with it, and the class that makes it. */
final class FlavorGenerator {
  private final GeneratedFiles files;
  private final Reporter reporter;

  FlavorGenerator(GeneratedFiles files, Reporter reporter) {
    this.files = files;
    this.reporter = reporter;
  }

  void generate(TypeElement type, FlavorDeclaration flavor) throws IOException {
    Report report = new Report();
    Rules.check(flavor, report);
    reporter.print(report, type);
    if (flavor.environment().generatedNameTaken()) {
      return;
    }
    String text = report.hasErrors() ? Skeletons.flavor(flavor) : FlavorWriter.write(flavor);
    files.writeSource(flavor.generated(), flavor.facts().type(), text, type);
  }
}
