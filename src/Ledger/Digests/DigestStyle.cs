namespace DetainerLedger.Digests;

public static class DigestStyle
{
    /// <summary>Inlined unchanged: a Content-Security-Policy allows it by its hash.</summary>
    public const string Sheet = """

        :root { color-scheme: light dark; --ink: #1a1a1a; --quiet: #55524c; --paper: #fdfcf8; --rule: #1a1a1a; --line: #8a857b; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #eae6dc; --quiet: #b3ada1; --paper: #16150f; --rule: #eae6dc; --line: #7d776b; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; padding: 2rem 1.25rem 3rem; background: var(--paper); color: var(--ink);
          font: 1.125rem/1.6 Charter, "Bitstream Charter", "Iowan Old Style", Georgia, Cambria, "Times New Roman", serif; }
        main { max-width: 38rem; margin: 0 auto; overflow-wrap: break-word; }
        header { border-top: 4px double var(--rule); border-bottom: 1px solid var(--rule); margin-bottom: 1.5rem; }
        .name { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin: .5rem 0 0; font-weight: bold; }
        .name span, .dateline { font-weight: normal; font-style: italic; color: var(--quiet); }
        .dateline { margin: 0 0 1rem; }
        h1 { margin: 0 0 1.25rem; font-size: 1.75rem; line-height: 1.25; text-wrap: balance; }
        p { margin: 0 0 .9rem; }
        a { color: inherit; text-decoration: underline; text-decoration-color: var(--line); text-decoration-thickness: 1px;
          text-underline-offset: .18em; font-variant-numeric: lining-nums; }
        a:hover, a:focus-visible { text-decoration-color: currentColor; text-decoration-thickness: 2px; }
        a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
        footer { margin-top: 2rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: .875rem; color: var(--quiet); }
        @media print {
          :root { color-scheme: light; --ink: #000; --quiet: #333; --paper: #fff; --rule: #000; --line: transparent; }
          body { padding: 0; font-size: 11pt; }
          main { max-width: none; }
          h1 { font-size: 18pt; }
          p { orphans: 3; widows: 3; }
        }

        """;
}
