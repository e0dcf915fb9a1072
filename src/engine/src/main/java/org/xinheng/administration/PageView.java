package org.xinheng.administration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.definition.WordingPack;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Section;
import org.xinheng.instrument.Text;

/** A page of a session with its words. */
final class PageView {

  private final Session session;
  private final PageItems items;
  private final FormState form;
  private final Instrument instrument;
  private final Language language;
  private final Optional<WordingPack> pack;

  PageView(Session session, PageItems items) {
    this.session = session;
    this.items = items;
    form = session.forms().get(items.form());
    instrument = form.plan().instrument();
    language = session.admission().student().language();
    pack = session.plan().wording(instrument.id(), language);
  }

  Page page() {
    return new Page(
        instrument.id(),
        instrument.about().name().in(language),
        pack.filter(any -> isInstructed()).map(WordingPack::instruction),
        title(),
        session.shown(items).stream().map(this::question).toList(),
        progress(),
        session.canGoBack());
  }

  /** Above the first page of a questionnaire; above every item that stands alone, which means little without it. */
  private boolean isInstructed() {
    return session.plan().paging() == Paging.ITEMS || isFirst();
  }

  /** Whether nothing before this page was passed. */
  private boolean isFirst() {
    return IntStream.range(0, form.plan().size())
        .filter(column -> form.state(column).isPassed())
        .allMatch(items.columns()::contains);
  }

  private Optional<String> title() {
    return items.section() == PageItems.NO_SECTION
        ? Optional.empty()
        : Optional.of(instrument.sections().get(items.section()))
            .flatMap(Section::title)
            .map(text -> text.in(language));
  }

  private Question question(int column) {
    Optional<ResponseSet> responses = form.plan().responses(column);
    return new Question(
        form.plan().reference(column),
        number(column),
        pack.flatMap(
            of -> Optional.ofNullable(of.items().get(form.plan().item(column).id()))),
        responses,
        responses.map(this::choices).orElse(List.of()),
        responses.map(this::ends).orElse(List.of()),
        form.plan().item(column).required(),
        form.state(column),
        form.answer(column));
  }

  /** Text that takes no answer is not counted. */
  private int number(int column) {
    return (int) IntStream.rangeClosed(0, column)
        .filter(before -> before == column || !form.plan().item(before).isInformation())
        .count();
  }

  private List<Question.Choice> choices(ResponseSet set) {
    return set.options().stream()
        .map(option -> new Question.Choice(
            option.code(), label(set, Integer.toString(option.code()), option.label())))
        .toList();
  }

  private List<String> ends(ResponseSet set) {
    return set instanceof ResponseSet.Slider slider
        ? List.of(label(set, "low", slider.low()), label(set, "high", slider.high()))
        : List.of();
  }

  private String label(ResponseSet set, String key, Text own) {
    return pack.flatMap(of ->
            Optional.ofNullable(of.responses().getOrDefault(set.id(), Map.of()).get(key)))
        .orElse(own.in(language));
  }

  private Progress progress() {
    int done = 0;
    int left = 0;
    double minutes = 0;
    for (int of = 0; of < session.forms().size(); of++) {
      FormPlan plan = session.forms().get(of).plan();
      int leftOf = session.left(of);
      left += leftOf;
      FormState state = session.forms().get(of);
      done += (int) IntStream.range(0, plan.size())
          .filter(column -> state.state(column).isPassed())
          .count();
      minutes += (double) plan.instrument().about().minutes() * leftOf / plan.size();
    }
    return new Progress(done, left, (int) Math.ceil(minutes));
  }
}
