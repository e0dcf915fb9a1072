package org.xinheng.app.study;

/** How a study report looks on a screen and on paper. Fonts are those of the reader's system. */
final class StudyStyle {

  static final String CSS = """
      :root { color-scheme: light; --ink: #1c2a33; --soft: #56656e; --line: #d9dfe2; --accent: #1f5166; --pale: #a9c3cd; }
      * { box-sizing: border-box; }
      body { margin: 0 auto; padding: 3rem 2rem 4rem; max-width: 66rem; background: #fff; color: var(--ink);
        font: 15px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Microsoft YaHei",
        "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; }
      .kind { margin: 0; color: var(--accent); font-weight: 600; letter-spacing: .05em; }
      h1 { margin: .1em 0 .8rem; font-size: 1.9rem; line-height: 1.25; font-weight: 650; overflow-wrap: anywhere; }
      h2 { margin: 0 0 .5rem; font-size: 1.2rem; font-weight: 650; }
      section { margin-top: 2.4rem; }
      .summary { margin-top: 0; padding: .8rem 0; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line); }
      .summary p { margin: .3rem 0; max-width: 56rem; }
      .warnings { margin: 0; padding: .7rem 1rem .7rem 2rem; background: #fbf6ea; border-left: 3px solid #b5862a; }
      .note { margin: .4rem 0; font-size: .85rem; color: var(--soft); }
      figure { margin: .6rem 0 0; }
      figcaption { margin-bottom: .4rem; font-size: .88rem; color: var(--soft); }
      .pair { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: flex-start; }
      .plot { flex: 1 1 24rem; max-width: 30rem; }
      .numbers { flex: 1 1 20rem; min-width: 0; }
      .stacked .plot { flex-basis: 100%; } .stacked .numbers { flex-basis: 100%; }
      svg { display: block; width: 100%; height: auto; }
      svg text { font-size: 11px; fill: var(--soft); }
      svg text.axis { font-size: 12px; fill: var(--ink); }
      .grid { stroke: #e6eaec; stroke-width: 1; }
      .band { fill: var(--pale); opacity: .45; }
      .curve { fill: none; stroke: var(--accent); stroke-width: 2; }
      .thin { fill: none; stroke: var(--soft); stroke-width: 1; }
      .dashed { fill: none; stroke: #b5862a; stroke-width: 2; stroke-dasharray: 5 4; }
      .chance { fill: none; stroke: #8c989f; stroke-width: 1; stroke-dasharray: 2 3; }
      .dot { fill: #b5862a; stroke: #fff; stroke-width: 1.5; }
      rect.case { fill: var(--accent); }
      rect.other { fill: var(--pale); }
      circle.case { fill: var(--accent); fill-opacity: .75; }
      circle.other { fill: var(--soft); fill-opacity: .35; }
      .scroll { overflow-x: auto; }
      .scroll + .scroll, figure + .scroll, .stacked .numbers { margin-top: 1.2rem; }
      td.words { white-space: normal; }
      table { width: 100%; border-collapse: collapse; font-size: .79rem; font-variant-numeric: tabular-nums; }
      caption { padding-bottom: .3rem; text-align: left; color: var(--soft); }
      th { font-weight: 400; text-align: left; }
      thead th { color: var(--soft); font-size: .92em; vertical-align: bottom; }
      th, td { padding: .16rem .5rem .16rem 0; vertical-align: baseline; }
      td { white-space: nowrap; }
      tbody th { min-width: 5em; }
      tbody { border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line); }
      tr.chosen th, tr.chosen td { font-weight: 650; color: var(--accent); }
      footer { margin-top: 2.5rem; font-size: .78rem; color: var(--soft); overflow-wrap: anywhere; }
      footer p { margin: .1rem 0; }
      @page { size: A4; margin: 13mm; }
      @media print { body { padding: 0; max-width: none; font-size: 11px; } section { margin-top: 1.2rem; }
        figure, tr { break-inside: avoid; } h2, caption { break-after: avoid; } .pair { flex-wrap: nowrap; }
        .plot { flex: 0 0 42%; } }
      """;

  private StudyStyle() {}
}
