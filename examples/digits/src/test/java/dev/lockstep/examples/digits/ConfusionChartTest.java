package dev.lockstep.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class ConfusionChartTest {
  @Test
  void showsAccuracyCountsAndWhatWasMisread() throws Exception {
    Document chart =
        chart(
            List.of(ConfusionTest.sample(9, 0.25), ConfusionTest.sample(3, 0)),
            sample -> sample.digit() == 9 ? 4 : 3);

    List<String> texts = texts(chart, "text");
    assertThat(texts)
        .contains(
            "50.0 % read correctly", "1 of 2 handwritten digits that the model had never seen")
        .contains("9 → 4", "misread: written → read", "1 misread");
    assertThat(texts(chart, "title"))
        .contains("9 read as 4: 1 of 1", "3 read as 3: 1 of 1", "9 read as 4");
  }

  @Test
  void survivesAPerfectReader() throws Exception {
    assertThat(texts(chart(List.of(ConfusionTest.sample(1, 0)), Sample::digit), "text"))
        .contains("100.0 % read correctly", "none was misread");
  }

  @Test
  void showsAsManyMistakesAsThereIsRoomFor() throws Exception {
    Document chart = chart(Collections.nCopies(50, ConfusionTest.sample(1, 1)), sample -> 7);

    assertThat(texts(chart, "text")).contains("24 of 50 misread");
    assertThat(Collections.frequency(texts(chart, "text"), "1 → 7")).isEqualTo(24);
  }

  @Test
  void drawsNothingOutsideThePicture() throws Exception {
    Document chart = chart(Collections.nCopies(50, ConfusionTest.sample(1, 1)), sample -> 7);
    NodeList boxes = chart.getElementsByTagName("rect");

    assertThat(IntStream.range(0, boxes.getLength()).mapToObj(boxes::item))
        .allSatisfy(
            box -> {
              assertThat(number(box, "x") + number(box, "width")).isBetween(0.0, 940.0);
              assertThat(number(box, "y") + number(box, "height")).isBetween(0.0, 650.0);
            });
  }

  private static double number(Node box, String attribute) {
    return Double.parseDouble(((Element) box).getAttribute(attribute));
  }

  private static Document chart(List<Sample> samples, ToIntFunction<Sample> reader)
      throws Exception {
    String svg = ConfusionChart.of(Evaluation.of(samples, reader));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document document, String element) {
    NodeList found = document.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}
