using DetainerLedger.Digests;

namespace DetainerLedger.Tests.Digests;

public sealed class DigestComposerTests
{
    private static readonly Digest Digest = DigestComposer.Compose(SampleWeek.Summary, null, SampleWeek.ComposedAt);

    [Fact]
    public void The_sample_week_reads_as_a_reporter_would_write_it() => Assert.Equal(
        [
            "This is the report for February 4 to February 10, 2017.",
            "It is compared with the report before it, for the week of January 28, 2017.",
            "The number of jurisdictions listed rose from 117 to 150.",
            "2,825 detainers were issued, down from 3,083.",
            "47 detainers were recorded as declined, down from 206.",
            "A detainer recorded as declined in a week may have been issued long before it, and the outcome of those issued is not stated.",
            $"A notice in the report says: “{SampleWeek.FieldOffices}”",
            "The whole states of California and Connecticut are now listed, and were not in the report before it.",
            "41 jurisdictions are listed that were not in the report before it: Alameda County, Butte County, Contra Costa County, " +
                "El Dorado County, Fresno County, Humboldt County, Imperial County, Kern County, Kings County, Lake County, Los " +
                "Angeles County, Madera County, Marin County, Mendocino County, Merced County, Monterey County, Napa County, Nevada " +
                "County, Orange County, Placer County, Riverside County, Sacramento County, San Benito County, San Bernardino County, " +
                "San Diego County, San Joaquin County, San Luis Obispo County, San Mateo County, Santa Barbara County, Santa Cruz " +
                "County, Shasta County, Solano County, Sonoma County, Stanislaus County, Tulare, Ventura County, Yolo County, and Yuba " +
                "County in California; Baltimore in Maryland; and the whole states of California and Connecticut.",
            "6 jurisdictions are listed with a policy enacted in 2017: Tulare in California; Boulder County in Colorado; Iowa City " +
                "in Iowa; Baltimore in Maryland; Ithaca in New York; and Travis County in Texas.",
            "8 jurisdictions are no longer listed, and no notice in the report names any of them: Clay County in Florida; Ames, " +
                "Cedar Rapids, Davenport, and Dubuque in Iowa; Nassau County in New York; and Bedford County and Franklin County in " +
                "Pennsylvania.",
            "Of the 47 detainers recorded as declined, 14 (29.8%) were in New York and 8 (17%) in California. The others were in " +
                "Colorado and Washington (5 each); Massachusetts, Minnesota, and New Mexico (3 each); Texas and Virginia (2 each); and " +
                "the District of Columbia and Florida (1 each).",
            "No check raises a question about the report.",
            "All facts are as published by the agency; this digest neither confirms nor disputes them. " +
                $"Source: ddor2017_02-04to02-10.pdf (23 pages, SHA-256 {SampleWeek.Sha256}).",
        ],
        Digest.Sentences.Select(sentence => sentence.Text));

    [Fact]
    public void The_headline_is_one_sentence_with_facts_of_its_own()
    {
        Assert.Equal(
            "The jurisdictions listed rose from 117 to 150; 2,825 detainers were issued; 47 detainers were recorded as declined, " +
                "down from 206.",
            Digest.Headline);
        Assert.Equal(["117", "150", "2,825", "47", "206"], Digest.HeadlineFacts.Select(fact => fact.Text));
    }

    [Fact]
    public void It_says_which_revision_of_which_week_it_is_about()
    {
        Assert.Equal((SampleWeek.Summary.Week, 1, SampleWeek.ComposedAt), (Digest.Week, Digest.Revision, Digest.ComposedAt));
        Assert.Equal(new DigestHeading(Digest.Week, 1, Digest.ComposedAt, Digest.Headline), Digest.Heading);
    }

    [Fact]
    public void A_fact_refers_into_the_weekly_summary()
    {
        var facts = Digest.Sentences.SelectMany(sentence => sentence.Facts).ToList();
        Assert.Contains(new DigestFact("150", "/api/weeks/2017-02-04#/jurisdictionsListed"), facts);
        Assert.Contains(new DigestFact("206", "/api/weeks/2017-02-04#/previousWeek/detainersDeclined"), facts);
        Assert.Contains(new DigestFact("29.8%", "/api/weeks/2017-02-04#/declinedByState/0/share"), facts);
        Assert.Contains(new DigestFact("41", "/api/weeks/2017-02-04#/listings/added"), facts);
        Assert.Contains(new DigestFact(SampleWeek.FieldOffices, "/api/weeks/2017-02-04#/notices/0/text"), facts);
    }

    [Fact]
    public void Every_number_of_the_sample_week_is_stated_by_the_summary() =>
        Assert.Empty(new FactCheck().With(SampleWeek.Summary).Complaints(Digest));

    [Fact]
    public void The_only_shares_are_the_states_of_the_declines() => Assert.All(
        Digest.Sentences.SelectMany(sentence => sentence.Facts).Where(fact => fact.Text.EndsWith('%')),
        fact => Assert.Matches("#/declinedByState/[0-9]+/share$", fact.Ref));
}
