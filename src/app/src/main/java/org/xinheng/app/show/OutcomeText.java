package org.xinheng.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.instrument.Text;
import org.xinheng.screening.OutcomeExplanation;

/** The explanation of an outcome as a person reads it. */
public final class OutcomeText {

  private final ReadingLanguage language;
  private final List<String> lines = new ArrayList<>();

  private OutcomeText(ReadingLanguage language) {
    this.language = language;
  }

  public static List<String> lines(OutcomeExplanation explanation, ReadingLanguage language) {
    OutcomeText text = new OutcomeText(language);
    text.heading("Outcome", "结果");
    explanation.outcome().forEach(line -> text.line(language.of(line)));
    text.heading("Rules that hold", "成立的规则");
    explanation.holding().forEach(text::rule);
    text.heading("The nearest that do not", "最接近而未成立的规则");
    explanation.nearest().forEach(text::rule);
    if (explanation.nearest().isEmpty()) {
      text.line(language.of("none would give another tier", "没有会改变级别的规则"));
    }
    text.heading("Inputs", "依据");
    explanation.inputs().forEach(text::input);
    if (!explanation.expired().isEmpty()) {
      text.heading("No longer counts", "已过期、不再计入");
      explanation.expired().forEach(fact -> text.line(language.of(fact)));
    }
    text.lines.add("");
    text.lines.add(
        language.of("A screening result is no diagnosis. A person decides.", "筛查结果不是诊断，最终由人决定。"));
    return text.lines;
  }

  private void heading(String en, String zhCn) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(language.of(en, zhCn));
  }

  private void line(String text) {
    lines.add("  " + text);
  }

  private void rule(OutcomeExplanation.RuleLine rule) {
    String kind = language.of(rule.kind(), rule.kind().equals("floor") ? "下限" : "规则");
    line(rule.id() + " (" + kind + ", " + rule.tier() + ")" + language.colon()
        + language.of(rule.role()));
    line("  " + language.of(rule.reason()));
  }

  private void input(OutcomeExplanation.InputLine input) {
    String asked = input.asked().stream().map(language::of).collect(Collectors.joining(" | "));
    line(language.of(input.name()) + language.colon() + language.of(input.value()) + "  ("
        + language.of("asked", "规则问及") + language.colon() + asked + ")");
    for (Text from : input.from()) {
      line("  " + language.of(from));
    }
  }
}
