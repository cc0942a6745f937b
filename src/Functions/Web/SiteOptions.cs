using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Functions.Web;

/// <summary>Bound to the section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>
    /// Where a reader reports a misreading: a mail address, or the URL at which an issue tracker takes new issues, such as
    /// <c>https://github.com/owner/name/issues/new</c>. If empty, rows have no link to report one.
    /// </summary>
    [RegularExpression(@"[^@\s:/?]+@[A-Za-z0-9.-]+|https://[^\s?#]+")]
    public string MisreadingsTo { get; set; } = "";
}
