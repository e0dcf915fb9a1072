package org.xinheng.app.administer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.form.FilledText;
import org.xinheng.form.FormPart;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;

/**
 * What a student reads last, from a form: the same for everybody, so that it marks no one. The part that is cut off and
 * handed in is left out, for a key stands in its place.
 *
 * @param form the help page
 * @param filled what the school has filled in, by the name of the gap
 */
public record EndPage(PrintedForm form, Map<String, String> filled) {

  /**
   * The page.
   *
   * @throws IllegalArgumentException if the form has no gap of a name
   */
  public EndPage {
    filled = Map.copyOf(filled);
    form.refuseUnknown(filled.keySet());
  }

  /** The paragraphs in their order; what has a gap that the school did not fill in is left out. Nobody is named then, but people are. */
  List<String> lines(Language language) {
    List<String> lines = new ArrayList<>();
    if (filled.isEmpty()) {
      lines.add(Phrase.HELP_TALK.in(language));
    }
    for (FormPart part : form.parts()) {
      if (!part.cut()) {
        lines.add("");
        part.title().ifPresent(title -> lines.add(title.in(language)));
        part.text().forEach(text -> filled(text, language).ifPresent(lines::add));
        part.points()
            .forEach(text -> filled(text, language).ifPresent(point -> lines.add("· " + point)));
      }
    }
    return lines;
  }

  private Optional<String> filled(Text text, Language language) {
    StringBuilder line = new StringBuilder();
    for (FilledText.Piece piece : FilledText.pieces(text.in(language))) {
      Optional<String> words =
          piece.isGap() ? Optional.ofNullable(filled.get(piece.text())) : Optional.of(piece.text());
      if (words.isEmpty()) {
        return Optional.empty();
      }
      line.append(words.get());
    }
    return Optional.of(line.toString());
  }
}
