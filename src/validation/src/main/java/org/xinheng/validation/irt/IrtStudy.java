package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.instrument.irt.Estimate;
import org.xinheng.validation.Watch;
import org.xinheng.validation.summary.Moments;

/** Fits a model to items and gathers everything that is to be said about them. */
public final class IrtStudy {

  private static final double FARTHEST = 4;
  private static final int STEPS = 80;
  private static final double DEPENDENT = 0.2;
  private static final int BINS = 16;
  private static final int MOST_CATEGORIES = 20;
  static final double MISFIT = -1.96;

  private final IrtModel model;
  private final List<ItemAnswers> items;
  private final List<ItemAnswers> used;
  private final int[][] rows;

  /**
   * The result, and what it takes to score people.
   *
   * @param result all figures
   * @param calibration of the items that were fitted
   * @param answers of everybody to those items
   * @param persons one a pattern of the answers
   */
  public record Outcome(
      IrtResult result,
      Calibration calibration,
      AnswerPatterns answers,
      List<PersonScores.Person> persons) {

    public Outcome {
      persons = List.copyOf(persons);
    }

    /** A person of the data by row. */
    public PersonScores.Person person(int row) {
      return persons.get(answers.patternOf(row));
    }
  }

  private IrtStudy(IrtModel model, List<ItemAnswers> items) {
    this.model = model;
    this.items = items;
    this.used = items.stream().filter(item -> item.given().size() > 1).toList();
    int people = items.isEmpty() ? 0 : items.get(0).answers().size();
    rows = new int[people][used.size()];
    for (int j = 0; j < used.size(); j++) {
      List<Double> given = used.get(j).given();
      for (int i = 0; i < people; i++) {
        double answer = used.get(j).answers().get(i);
        rows[i][j] = Double.isNaN(answer) ? AnswerPatterns.MISSING : given.indexOf(answer);
      }
    }
  }

  /**
   * Studies items. Those that everybody answered alike are left out, with a warning; so are values that nobody gave.
   *
   * @throws IllegalArgumentException if too few items are left, an item has more than 20 different answers, or the model is for two
   *     and an item has more
   */
  public static Outcome run(IrtModel model, List<ItemAnswers> items, Watch watch) {
    IrtStudy study = new IrtStudy(model, items);
    if (study.used.size() < model.fewestItems()) {
      throw new IllegalArgumentException(
          "the model needs at least %d items that people answered differently: there are %d"
              .formatted(model.fewestItems(), study.used.size()));
    }
    for (ItemAnswers item : study.used) {
      if (item.given().size() > MOST_CATEGORIES) {
        throw new IllegalArgumentException(
            "'%s' has %d different answers, more than %d; is it an item?"
                .formatted(item.name(), item.given().size(), MOST_CATEGORIES));
      }
      if (model.isDichotomous() && item.given().size() > 2) {
        throw new IllegalArgumentException(
            "'%s' has %d different answers, and the model is for two; take graded or gpcm"
                .formatted(item.name(), item.given().size()));
      }
    }
    return study.outcome(watch);
  }

  private Outcome outcome(Watch watch) {
    AnswerPatterns answers = AnswerPatterns.of(
        rows, used.stream().mapToInt(item -> item.given().size()).toArray());
    Calibration found = MarginalEstimator.estimate(model, answers, watch);
    List<PersonScores.Person> persons = new PersonScores(found).of(answers);
    LocalDependence dependence = LocalDependence.of(found, answers, persons);
    List<IrtResult.Item> described = items(found, answers, persons);
    List<IrtResult.Pair> pairs = pairs(dependence);
    List<IrtResult.Conditional> conditional = conditional(answers, watch);
    IrtWarnings warnings = new IrtWarnings(items, used, answers);
    int complete = 0;
    for (int p = 0; p < answers.size(); p++) {
      complete += answers.isComplete(p) ? answers.people(p) : 0;
    }
    IrtResult result = new IrtResult(
        model,
        rows.length,
        answers.people(),
        complete,
        described,
        found.estimated(),
        found.logLikelihood(),
        found.aic(),
        found.bic(),
        found.likelihoodRatio(answers),
        found.steps(),
        found.converged(),
        OverallFit.of(found, answers),
        found.marginalReliability(),
        PersonScores.empiricalReliability(answers, persons),
        IntStream.rangeClosed(0, STEPS)
            .mapToObj(s -> informationAt(found, theta(s)))
            .toList(),
        SumScores.of(found, answers),
        dependence.mean(),
        pairs,
        levels(answers, persons),
        conditional,
        warnings.of(found, described, pairs, dependence.mean(), conditional));
    return new Outcome(result, found, answers, persons);
  }

  private static double theta(int step) {
    return FARTHEST * (2.0 * step / STEPS - 1);
  }

  private static IrtResult.InformationAt informationAt(Calibration found, double theta) {
    double information = found.information(theta);
    return new IrtResult.InformationAt(theta, information, 1 / Math.sqrt(information));
  }

  private List<IrtResult.Item> items(
      Calibration found, AnswerPatterns answers, List<PersonScores.Person> persons) {
    List<ItemFit> fits = ItemFit.of(found, answers);
    List<SquareFit> squares = SquareFit.of(found, answers, persons);
    List<IrtResult.Item> described = new ArrayList<>();
    for (int j = 0; j < used.size(); j++) {
      int item = j;
      described.add(new IrtResult.Item(
          used.get(j).name(),
          used.get(j).given(),
          used.get(j).counts().stream().filter(count -> count > 0).toList(),
          found.items().get(j),
          fits.get(j),
          squares.get(j),
          IntStream.rangeClosed(0, STEPS)
              .mapToDouble(IrtStudy::theta)
              .mapToObj(theta -> new IrtResult.CurveAt(
                  theta,
                  Arrays.stream(found.probabilities(item, theta)).boxed().toList(),
                  found.information(item, theta)))
              .toList()));
    }
    return described;
  }

  private List<IrtResult.Pair> pairs(LocalDependence dependence) {
    double mean = dependence.mean();
    return dependence.pairs().stream()
        .filter(pair -> pair.q3() >= mean + DEPENDENT)
        .sorted(Comparator.comparingDouble(LocalDependence.Pair::q3).reversed())
        .map(pair -> new IrtResult.Pair(
            used.get(pair.first()).name(), used.get(pair.second()).name(), pair.q3()))
        .toList();
  }

  private List<IrtResult.Conditional> conditional(AnswerPatterns answers, Watch watch) {
    if (!model.isRasch()) {
      return List.of();
    }
    return ConditionalRasch.estimate(answers, watch).stream()
        .map(of -> new IrtResult.Conditional(
            of.difficulties(),
            of.standardErrors(),
            of.logLikelihood(),
            of.people(),
            AndersenTest.byMean(rows, watch).stream().toList()))
        .toList();
  }

  private IrtResult.Levels levels(AnswerPatterns answers, List<PersonScores.Person> persons) {
    double[] levels = new double[rows.length];
    int[] histogram = new int[BINS];
    int misfitting = 0;
    for (int i = 0; i < rows.length; i++) {
      PersonScores.Person person = persons.get(answers.patternOf(i));
      Optional<Estimate> eap = person.eap();
      levels[i] = eap.map(Estimate::theta).orElse(Double.NaN);
      misfitting += person.fit().filter(fit -> fit < MISFIT).isPresent() ? 1 : 0;
      if (eap.isPresent()) {
        int bin = (int) Math.floor((levels[i] + FARTHEST) * BINS / (2 * FARTHEST));
        histogram[Math.max(0, Math.min(BINS - 1, bin))]++;
      }
    }
    Moments moments = Moments.of(levels);
    double[] sorted = Moments.sorted(levels);
    return new IrtResult.Levels(
        moments.n(),
        moments.mean(),
        moments.sd(),
        sorted.length == 0 ? Double.NaN : sorted[0],
        sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1],
        misfitting,
        Arrays.stream(histogram).boxed().toList());
  }
}
