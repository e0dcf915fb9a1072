package org.xinheng.app.report;

/** How the report looks on a screen, a phone and paper. Fonts are those of the reader's system. */
final class Style {

  static final String CSS = """
      :root { color-scheme: light; --ink: #1c2a33; --soft: #56656e; --line: #d9dfe2; --accent: #1f5166; }
      * { box-sizing: border-box; }
      html { -webkit-text-size-adjust: 100%; }
      body {
        margin: 0 auto; padding: 3.5rem 2rem 4rem; max-width: 57rem; background: #fff; color: var(--ink);
        font: 15px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Hiragino Sans GB",
          "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif;
        print-color-adjust: exact; -webkit-print-color-adjust: exact;
      }
      [lang=en] { font-size: .8em; color: var(--soft); letter-spacing: .005em; }
      bdi, code { unicode-bidi: isolate; }
      svg.definitions { position: absolute; }
      svg.bar { display: block; overflow: visible; }
      svg.bar rect { stroke: #fff; stroke-width: 1; }
      svg rect.framed { stroke: #76828a; }
      svg.sample { vertical-align: -1px; }

      header { margin-bottom: 2.75rem; }
      .kind { margin: 0; color: var(--accent); font-weight: 600; letter-spacing: .06em; }
      .kind [lang=en] { margin-left: .5em; font-weight: 400; color: var(--accent); }
      h1 { margin: .1em 0 1.1rem; font-size: 1.95rem; line-height: 1.3; font-weight: 650; }
      h1 [lang=en] { display: block; font-size: .5em; font-weight: 400; }
      header dl {
        display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, auto)); gap: .6rem 2rem; margin: 0;
        padding: .85rem 0; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line);
      }
      header dt { font-size: .8rem; color: var(--soft); }
      header dt [lang=en] { margin-left: .25em; font-size: .95em; }
      header dd { margin: 0; white-space: nowrap; font-variant-numeric: tabular-nums; }
      .statement { margin: 1.1rem 0 0; }
      .statement span { display: block; }
      .statement strong { color: var(--accent); font-weight: 650; }

      section { margin-top: 2.75rem; }
      h2 { margin: 0 0 .35rem; font-size: 1.2rem; font-weight: 650; line-height: 1.35; }
      h2 [lang=en] { margin-left: .35em; font-size: .75em; font-weight: 400; }
      h3 { margin: 2rem 0 0; font-size: 1rem; font-weight: 650; }
      h3 [lang=en], h4 [lang=en] { margin-left: .35em; font-weight: 400; }
      h4 { margin: 1.2rem 0 0; font-size: .95rem; font-weight: 650; }
      .note { margin: .55rem 0 0; font-size: .82rem; color: var(--soft); max-width: 48rem; }
      .note span { display: block; }
      .note [lang=en] { font-size: .95em; }

      table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
      caption { padding: 0 0 .45rem; text-align: left; font-size: .85rem; color: var(--soft); }
      th { font-weight: 400; text-align: left; }
      thead th { padding: .2rem .5rem .3rem 0; font-size: .8rem; color: var(--soft); vertical-align: bottom; line-height: 1.3; }
      thead [lang=en] { display: block; font-size: .9em; }
      tbody th, td { padding: .2rem .5rem .2rem 0; vertical-align: baseline; }
      tbody { border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line); }
      tbody th { white-space: nowrap; }
      tbody th [lang=en] { margin-left: .15em; }
      thead .number { white-space: normal; }
      th:last-child, td:last-child { padding-right: 0; }
      .number { text-align: right; white-space: nowrap; }
      td .share { display: inline-block; min-width: 3.2em; color: var(--soft); font-size: .86em; }
      td.hidden { color: var(--soft); font-size: .85em; }
      tr.whole th, tr.whole td { padding-bottom: .35rem; font-weight: 650; }
      tr.whole th [lang=en], tr.whole .share { font-weight: 400; }
      tr.group th { padding-top: .6rem; font-weight: 650; color: var(--accent); }
      .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

      .legend [lang=en], caption [lang=en], .alerts [lang=en] { font-size: .88em; }
      table.response { max-width: 36rem; }
      .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; margin: .5rem 0 1rem; padding: 0; list-style: none; font-size: .87rem; }
      .legend svg { margin-right: .3rem; }
      .tiers td.distribution { vertical-align: middle; padding-left: .9rem; padding-right: .4rem; }
      .tiers thead .distribution { padding-left: .9rem; }
      .grades .number { padding-left: .5rem; padding-right: 0; }
      .tiers .distribution { width: 27%; }
      .tiers svg.sample { width: 14px; opacity: .75; }
      .tiers tr.whole td.distribution { padding-bottom: .3rem; }
      .classes { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem 2.75rem; margin-top: 1rem; }
      .compact { font-size: .82rem; line-height: 1.45; }
      .compact caption { padding-bottom: .1rem; color: var(--ink); font-size: .9rem; font-weight: 650; }
      .compact caption [lang=en] { font-weight: 400; }
      .compact thead th { font-size: .72rem; }
      .compact thead [lang=en], .compact tbody th [lang=en] { display: none; }
      .compact tbody th, .compact td { padding: .08rem 0; }
      .compact thead th { padding-right: 0; }
      .compact tbody th { overflow: hidden; text-overflow: ellipsis; }
      .compact { table-layout: fixed; }
      .compact th:first-child { width: 11%; }
      .compact th:nth-child(2) { width: 9%; }
      .compact .distribution { width: 19%; }
      .compact th.number { white-space: nowrap; }
      .compact td .share { min-width: 2.5em; }

      .alerts td:last-child { padding-left: 1.75rem; }
      .alerts th:last-child { padding-left: 1.75rem; }
      .alerts td.number { font-weight: 650; }
      .alerts td.hidden { font-weight: 400; }
      .needs tbody th { width: 46%; white-space: normal; }
      .needs .scale { margin-left: .4em; font-size: .78em; color: var(--soft); white-space: nowrap; }
      .needs .distribution { width: 38%; padding-left: .8rem; vertical-align: middle; }
      .needs thead .from { float: left; }
      .needs thead .to { float: right; }
      .needs svg .axis { fill: #eef1f3; }
      .needs svg .need { fill: #3f7186; }
      .needs td { vertical-align: middle; }
      .needs th { padding-top: .25rem; padding-bottom: .25rem; }

      .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.75rem; }
      .reading dl { margin: .4rem 0 0; font-size: .88rem; line-height: 1.6; }
      .reading dl[lang=en] { font-size: .82rem; line-height: 1.55; }
      .reading dt { margin-top: .6rem; font-weight: 650; color: var(--ink); }
      .reading dd { margin: 0; }
      .reading ul { margin: 0; padding: 0; list-style: none; }
      .reading b { font-weight: 600; }

      footer { margin-top: 2.75rem; font-size: .78rem; color: var(--soft); }
      footer caption { font-size: 1em; }
      footer thead th { font-size: 1em; }
      footer tbody { border-top: 1px solid var(--line); }
      footer td { white-space: nowrap; }
      footer td:nth-child(3) { white-space: normal; }
      footer tbody th, footer td { padding-top: .06rem; padding-bottom: .06rem; }
      footer .note { font-size: 1em; }
      footer code { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: .95em; }

      @media screen and (max-width: 44rem) {
        body { padding: 1.75rem 1.1rem 3rem; }
        h1 { font-size: 1.55rem; }
        header dl { grid-template-columns: 1fr 1fr; gap: .6rem 1rem; }
        .classes, .columns { grid-template-columns: minmax(0, 1fr); }
        .columns dl + dl { margin-top: 1.5rem; }
        .grades tbody th [lang=en], .response tbody th [lang=en] { display: block; margin: 0; line-height: 1.2; }
        .grades { font-size: .82rem; }
        .grades thead th { font-size: .7rem; }
        .grades thead [lang=en], .grades .roster { display: none; }
        .grades .share { display: block; min-width: 0; line-height: 1.1; }
        .grades .number { padding-left: .2rem; }
        .grades .distribution { width: 22%; padding: .2rem .2rem .2rem .4rem; }
        .needs tbody th [lang=en] { display: block; margin: 0; line-height: 1.35; }
        .needs .scale { margin: 0; }
        .needs .distribution { width: 28%; }
        .alerts td:last-child, .alerts th:last-child { padding-left: 1rem; }
        .alerts td [lang=en], .alerts tbody th [lang=en] { display: block; margin: 0; }
        .alerts tbody th { white-space: normal; }
        footer { overflow-x: auto; }
      }

      @page { size: A4; margin: 11mm 15mm; }
      @media print {
        html { font-size: 11.2px; }
        [lang=en] { font-size: .84em; }
        table { line-height: 1.34; }
        body { padding: 0; max-width: none; font-size: 1rem; line-height: 1.42; }
        header { margin-bottom: 0; }
        h1 { font-size: 1.8rem; margin-bottom: .5rem; }
        header dl { grid-template-columns: repeat(4, auto); padding: .4rem 0; }
        .statement { margin-top: .6rem; }
        section { margin-top: 1.05rem; }
        tbody th, td { padding-top: .06rem; padding-bottom: .06rem; }
        .response tbody th, .response td, .grades tbody th, .grades td { padding-top: .1rem; padding-bottom: .1rem; }
        tr.whole th, tr.whole td { padding-bottom: .2rem; }
        .compact svg.sample { width: 9px; height: 8px; }
        caption { padding-bottom: .15rem; }
        .note { margin-top: .3rem; max-width: none; }
        .legend { gap: .2rem 1.1rem; margin: .2rem 0 .4rem; }
        .legend [lang=en] { font-size: .8em; }
        h2, h3, h4, caption, thead { break-after: avoid; }
        .compact, tr, section.whole, .columns dl, footer { break-inside: avoid; }
        h3 { margin-top: .8rem; }
        .classes { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .55rem 1.6rem; margin-top: .35rem; }
        .compact td .share { display: none; }
        .compact .distribution { width: 28%; }
        .compact { line-height: 1.34; }
        .reading dl, .reading dl[lang=en] { margin-top: 0; line-height: 1.4; }
        .reading dt { margin-top: .3rem; }
        .needs th { padding-top: .06rem; padding-bottom: .06rem; }
        footer { margin-top: 1rem; }
        footer .note span { display: inline; }
      }
      """;

  private Style() {}
}
