using System.Collections.Frozen;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Words that every report can print, even if a document doesn't contain them unbroken: places, agencies, countries, offenses, policies, and those of its sentences.</summary>
internal static class ReportVocabulary
{
    private const string Field =
        "abuse accept activity administration adult agency aggravated alien arrest arson assault assignment attorney authority battery beyond board booking bureau burglary "
        + "campus cause center central charge charges city commissioners complex conditions consequences conviction convictions cooperation correction correctional corrections "
        + "council county court crime crimes criminal custody dangerous date dating declined department departments deputy detain detainee detainees detainer detainers detention "
        + "determination directive district division domestic drive driving drug drugs duty embezzlement enacted enforcement exploitation facility family federal felony firearm firearms "
        + "forgery fraud fraudulent general government hold homicide honor honored honoring honors house identity immigration incident including influence intake issued jail judicial judicially judge "
        + "jurisdiction jurisdictions juvenile kidnapping larceny legislation limited liquor listed local manslaughter marshal memo memorandum metropolitan minor misdemeanor municipal murder narcotics "
        + "notification notifications obstruct obstructing offense offenses office officer officers operations order ordinance otherwise parish parole penitentiary police policies policy possession "
        + "prison prisoner probable probation procedure prostitution province public receiving reception regional registered rehabilitation release released request requests requires requiring "
        + "resisting resolution robbery scheduled selling serious services sexual sheriff state statement stolen strangulation sufficient supervisors support terrorism threat threatening towers "
        + "traffic trafficking transportation trespassing university unlawful unless vehicle vehicles violation violent violence warrant warrants weapon weapons willing without";

    private const string Sentences =
        "advise aliens appear aware become below between ceased comprised continually correction counted data determined during expected fidelity figures following increase instructed issuance "
        + "issuing known later living number occurred outcomes period periods personnel recently recorded regardless releases removable report reporting represents restrict result reviewing scope "
        + "section sections several subject table throughout through uncooperative volume weekly whose";

    public static FrozenSet<string> Words { get; } = HyphenatedWords.In(
        [Field, Sentences, CountryNames.Text, .. StateNames.All.SelectMany(state => JurisdictionRegister.Default.CountiesOf(state.Code).Select(county => county.Name).Append(state.Name))])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
