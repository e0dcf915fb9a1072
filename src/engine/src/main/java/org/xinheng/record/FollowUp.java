package org.xinheng.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Input;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Role;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Step;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.GroupNotice;
import org.xinheng.screening.Participation;
import org.xinheng.screening.StudentOutcome;

/**
 * Something that a campaign still owes: a sitting, a rating, a question that was skipped.
 *
 * @param school whose it is
 * @param grade whose it is; empty for a whole school or dormitory
 * @param schoolClass whose it is; empty for a whole school, grade or dormitory
 * @param dormitory its name, where it is about a whole dormitory
 * @param student empty where it is about a whole group
 * @param by the last day, if the policy says how long it may take
 * @param who sees to it
 * @param need the scale on which most of a whole group are high, where it is about a group
 * @param node what is done at a node of the school year, where it is about one
 * @param state whether it is due, overdue or done
 * @param done the day on which somebody did it
 */
public record FollowUp(
    Kind kind,
    String school,
    Optional<Integer> grade,
    Optional<String> schoolClass,
    Optional<String> dormitory,
    Optional<StudentOutcome> student,
    Optional<LocalDate> by,
    List<Role> who,
    Optional<ScaleReference> need,
    Optional<NodeTask> node,
    Task.State state,
    Optional<LocalDate> done) {

  /** What is owed. */
  public enum Kind {
    /** A critical item was skipped: somebody asks it again in person, and counts it as no answer until then. */
    CRITICAL_ITEM(
        "critical-item",
        new Text("critical item", "关键题"),
        "critical item skipped: ask again in person; no answer is not a 'no'",
        "关键题未答：当面补问；未答不等于“否”"),
    RE_ADMINISTRATION(
        "re-administration",
        new Text("to give again", "重新施测"),
        "answers invalid: the form is given again, individually",
        "作答无效：单独重新施测"),
    CONSENT(
        "consent",
        new Text("consent", "同意"),
        "no consent yet: ask the guardian once",
        "尚未取得同意：向监护人征询一次"),
    MAKE_UP_ABSENT(
        "make-up-absent",
        new Text("make-up, absent", "补测（缺席）"),
        "absent: make-up sitting",
        "缺席：补测"),
    MAKE_UP_INCOMPLETE(
        "make-up-incomplete",
        new Text("make-up, not completed", "补测（未完成）"),
        "not completed: the rest of the form",
        "未完成：补做未答部分"),
    RATING(
        "rating", new Text("rating", "班主任评定"), "the class teacher's rating is missing", "缺班主任评定"),
    /** Of no student of the class there is a rating. */
    RATING_OF_CLASS(
        "rating-of-class",
        new Text("ratings of a {class}", "整个{class}的评定"),
        "the class teacher's ratings of the whole {class} are missing",
        "缺整个{class}的班主任评定"),
    /** Answers that belong to no student of the roster: nobody knows for certain whose they are. */
    NOT_ON_ROSTER(
        "not-on-roster",
        new Text("not on the roster", "不在名册"),
        "answered and is not on the roster of this campaign: find out who it is, and put the"
            + " student on the roster",
        "已作答但不在本次筛查的名册中：核实身份，补入名册"),
    /** So many of a class, grade, school or dormitory are at tier 2 or 3 that the whole of it needs something. */
    WHOLE_GROUP(
        "whole-group",
        new Text("whole group", "整体"),
        "more are at tiers 2 and 3 than the policy's share: something for the whole of it",
        "二、三级的比例超过规则的上限：宜先做面向全体的活动"),
    /** Something at a node of the school year: what, and at which, says the task. */
    NODE("node", new Text("school year", "学年节点"), "at a node of the school year", "学年关键节点");

    private final String word;
    private final Text name;
    private final Text text;

    Kind(String word, Text name, String en, String zhCn) {
      this.word = word;
      this.name = name;
      this.text = new Text(en, zhCn);
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }

    /** What people call it; with marks for the names of levels. */
    public Text named() {
      return name;
    }

    /** What is to be done, whoever it is about; with marks for the {@linkplain org.xinheng.policy.Hierarchy names} of levels. */
    public Text text() {
      return text;
    }
  }

  public FollowUp {
    who = List.copyOf(who);
  }

  private FollowUp(
      Kind kind,
      StudentOutcome student,
      Optional<LocalDate> by,
      List<Role> who,
      Optional<NodeTask> node,
      Task.State state,
      Optional<LocalDate> done) {
    this(
        kind,
        student.student().school(),
        Optional.of(student.student().grade()),
        Optional.of(student.student().schoolClass()),
        Optional.empty(),
        Optional.of(student),
        by,
        who,
        Optional.empty(),
        node,
        state,
        done);
  }

  /** What is to be done, and at a node of the school year at which; with marks for the names of levels. */
  public Text text() {
    return node.map(NodeTask::text).orElse(kind.text());
  }

  /** Who sees to it, in both languages. */
  public Text names() {
    return Owners.names(who);
  }

  /**
   * All that a campaign owes, and what is done at the nodes of the school year for those whom it found, what is due first at
   * the top; what is done at the end.
   */
  public static List<FollowUp> of(CampaignResult result) {
    Finder finder = new Finder(result);
    result.roster().forEach(finder::look);
    finder.lookForRatings();
    finder.lookForGroups();
    result.roster().forEach(finder::lookForNodes);
    result.notOnRoster().forEach(finder::lookForWho);
    finder.owed.sort(Comparator.<FollowUp, Boolean>comparing(one -> !one.state().isOpen())
        .thenComparing(one -> one.by().orElse(LocalDate.MAX))
        .thenComparing(FollowUp::kind));
    return List.copyOf(finder.owed);
  }

  private record ClassPlace(String school, int grade, String schoolClass) {

    static ClassPlace of(StudentOutcome student) {
      return new ClassPlace(
          student.student().school(),
          student.student().grade(),
          student.student().schoolClass());
    }
  }

  private static final class Finder {

    private final CampaignResult result;
    private final LocalDateTime found;
    private final List<FollowUp> owed = new ArrayList<>();
    private final Optional<LocalDate> sitting;
    private final Optional<LocalDate> question;
    private final StudentNodes nodes;
    private final TaskSchedule schedule;
    private final List<Role> screening;
    private final List<Role> talking;

    Finder(CampaignResult result) {
      this.result = result;
      this.found = result.times().found();
      // Whoever was not there, or did not end, sits again in the time that an invalid form is given
      // again in.
      this.sitting = due(Occasion.INVALID, Step.RE_SCREEN, found);
      this.question = due(Occasion.UNKNOWN, Step.CONTACT, found);
      this.nodes = new StudentNodes(result);
      this.schedule = new TaskSchedule(result.policy().deadlines(), result.calendar());
      Owners owners = new Owners(result.policy().workflow());
      this.screening = owners.ofScreening();
      this.talking = owners.of(Occasion.UNKNOWN);
    }

    private Optional<LocalDate> due(Occasion occasion, Step step, LocalDateTime found) {
      return result
          .policy()
          .deadlines()
          .of(occasion, step)
          .map(due -> result.calendar().dueOnSchoolDay(found, due.first()).toLocalDate());
    }

    void look(StudentOutcome student) {
      if (student.outcome().alert() == Alert.UNKNOWN) {
        askAgain(student);
      }
      switch (Participation.of(student)) {
        case NOT_CONSENTED -> add(Kind.CONSENT, student, sitting, List.of(Role.CLASS_TEACHER));
        case ABSENT -> add(Kind.MAKE_UP_ABSENT, student, sitting, screening);
        case STARTED -> add(Kind.MAKE_UP_INCOMPLETE, student, sitting, screening);
        case INVALID -> add(Kind.RE_ADMINISTRATION, student, sitting, talking);
        case REFUSED, COMPLETE -> {}
      }
    }

    /** Who is not on the roster sits again, or is looked after through the year, once somebody knows who it is. */
    void lookForWho(StudentOutcome student) {
      if (student.outcome().alert() == Alert.UNKNOWN) {
        add(Kind.CRITICAL_ITEM, student, question, talking);
      }
      add(Kind.NOT_ON_ROSTER, student, sitting, screening);
    }

    void lookForRatings() {
      if (!result.policy().asks(Input.TEACHER)) {
        return;
      }
      Map<ClassPlace, List<StudentOutcome>> classes = new LinkedHashMap<>();
      result
          .roster()
          .forEach(student -> classes
              .computeIfAbsent(ClassPlace.of(student), key -> new ArrayList<>())
              .add(student));
      classes.forEach((place, students) -> {
        List<StudentOutcome> missing = students.stream()
            .filter(student -> !student.evidence().wasAsked(Input.TEACHER))
            .toList();
        if (missing.size() == students.size()) {
          owed.add(new FollowUp(
              Kind.RATING_OF_CLASS,
              place.school(),
              Optional.of(place.grade()),
              Optional.of(place.schoolClass()),
              Optional.empty(),
              Optional.empty(),
              sitting,
              List.of(Role.CLASS_TEACHER),
              Optional.empty(),
              Optional.empty(),
              open(sitting),
              Optional.empty()));
        } else {
          missing.forEach(
              student -> add(Kind.RATING, student, sitting, List.of(Role.CLASS_TEACHER)));
        }
      });
    }

    void lookForGroups() {
      Optional<LocalDate> plan = due(Occasion.TIER_1, Step.PLAN, found);
      GroupNotice.of(result)
          .forEach(notice -> owed.add(new FollowUp(
              Kind.WHOLE_GROUP,
              notice.school(),
              notice.grade(),
              notice.schoolClass(),
              notice.dormitory(),
              Optional.empty(),
              plan,
              talking,
              notice.need(),
              Optional.empty(),
              open(plan),
              Optional.empty())));
    }

    void lookForNodes(StudentOutcome student) {
      nodes
          .ahead(student)
          .forEach(task -> owed.add(new FollowUp(
              Kind.NODE,
              student,
              Optional.of(task.due().toLocalDate()),
              talking,
              Optional.of(task),
              task.state(),
              task.action().map(action -> action.at().toLocalDate()))));
    }

    /** Somebody who spoke with the student has asked. */
    private void askAgain(StudentOutcome student) {
      Optional<Task> contact = schedule
          .tasks(
              List.of(Occurrence.open(Occasion.UNKNOWN, found)),
              StudentTasks.actions(student, found),
              result.times().now())
          .stream()
          .filter(task -> task.step() == Step.CONTACT)
          .findFirst();
      owed.add(new FollowUp(
          Kind.CRITICAL_ITEM,
          student,
          question,
          talking,
          Optional.empty(),
          contact.map(Task::state).orElse(open(question)),
          contact.flatMap(Task::action).map(action -> action.at().toLocalDate())));
    }

    private Task.State open(Optional<LocalDate> by) {
      LocalDate today = result.times().now().toLocalDate();
      return by.filter(today::isAfter).isPresent() ? Task.State.OVERDUE : Task.State.DUE;
    }

    private void add(Kind kind, StudentOutcome student, Optional<LocalDate> by, List<Role> who) {
      owed.add(new FollowUp(kind, student, by, who, Optional.empty(), open(by), Optional.empty()));
    }
  }
}
