using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios.Tests;

/// <summary>The format is for any such negotiation: rooms of other sizes, other States, other rules.</summary>
public sealed class OtherRooms
{
    [Fact]
    public void The_General_Committee_decides_on_an_agenda_with_its_28_members()
    {
        var scenario = Sound(AScenarioFolder.CopyOf("first-contact").WithText("""
            title: The General Committee decides on an item
            summary: Twenty-eight members recommend whether an item goes on the agenda.
            states: [FJI, COG, CIV, DJI, MRT, NGA, ZMB, BGD, NPL, SLB, TKM, ARM, BHS, BLZ, SLV, BEL, DEU, CHN, FRA, RUS, GBR, USA, DZA, IDN, COL, HRV, VCT, ISR]
            groups:
              - { code: AFRICA, coordinator: NGA, speaksAsOne: false }
              - { code: ASIA_PACIFIC, coordinator: FJI, speaksAsOne: false }
              - { code: EEG, coordinator: HRV, speaksAsOne: false }
              - { code: GRULAC, coordinator: COL, speaksAsOne: false }
              - { code: WEOG, coordinator: BEL, speaksAsOne: false }
            positions:
              stated:
                - { actor: DEFAULT, provision: ITEM.1, position: 0.5, salience: 0.5, flexibility: 0.5, certainty: placeholder }
                - { actor: CHN, provision: ITEM.1, position: 0, salience: 1, flexibility: 0, redLine: true, certainty: placeholder }
            issues:
              - id: ITEM
                numeral: "1"
                title: Inclusion of an item
                shortTitle: The item
                provisions:
                  - id: ITEM.1
                    title: Inclusion
                    question: Should the item go on the agenda?
                    chapeau: Recommends that the item
                    ladder:
                      - { at: 0, label: Rejection, text: not be included }
                      - { at: 0.5, label: Deferral, text: be deferred to the next session }
                      - { at: 1, label: Inclusion, text: be included }
            programme:
              hours: { opens: "10:00", suspendsAt: "13:00", resumesAt: "15:00" }
              items:
                - { kind: discussion, title: Debate on inclusion, issues: [ITEM], meetings: [2016-09-14], roundsPerMeeting: 1 }
                - { kind: vote, title: Decision, day: 2016-09-14, issues: [ITEM], gates: [majority] }
            rules:
              quorum: 15
              brackets: consensus
              elementsPaper: consensus
              text: majority
              named:
                - { name: consensus, title: Consensus, method: consensus }
                - { name: majority, title: A majority of those present and voting, method: presentAndVotingMajority, majority: simple }
            coFacilitation:
              names: [The President]
              speakingTimeSeconds: { state: 180, group: 180 }
            """));
        Assert.Equal(28, scenario.States.Length);
        Assert.Equal(5, scenario.Groups.Count(g => g.Id.Value == g.Members[0].Value && g.IsHome));
        Assert.Equal("A majority of those present and voting", scenario.Rules.Named(scenario.Rules.Text).Title.En);
    }

    [Fact]
    public void The_Assembly_of_1963_brings_its_own_Members_and_groups()
    {
        var scenario = Sound(AScenarioFolder.CopyOf("first-contact")
            .Beside("members-1963.csv", """
                iso3,name_en,name_zh,electoral_group,permanent_member,source,certainty,note
                SUN,Union of Soviet Socialist Republics,苏维埃社会主义共和国联盟,EASTERN,yes,GENERAL,inferred,
                YUG,Yugoslavia,南斯拉夫,EASTERN,no,GENERAL,inferred,
                TGY,Tanganyika,坦噶尼喀,AFRO_ASIAN,no,GENERAL,inferred,"A code of the scenario's own; merged in 1964"
                """)
            .Beside("groups-1963.csv", """
                code,name_en,name_zh,short_en,short_zh,kind,source,certainty,note
                AFRO_ASIAN,African and Asian States,亚非国家,Afro-Asian,亚非,electoral,GENERAL,inferred,
                EASTERN,Eastern European States,东欧国家,East,东欧,electoral,GENERAL,inferred,
                """)
            .WithText("""
                title: Enlargement
                summary: The Assembly of 1963 enlarges the Council.
                states: all
                tables: { memberStates: members-1963.csv, groups: groups-1963.csv }
                groups:
                  - { code: AFRO_ASIAN, coordinator: TGY }
                  - { code: EASTERN, coordinator: YUG }
                positions:
                  stated:
                    - { actor: AFRO_ASIAN, provision: SEATS, position: 1, salience: 1, flexibility: 0.2, certainty: inferred }
                    - { actor: DEFAULT, provision: SEATS, position: 0.2, salience: 0.5, flexibility: 0.5, certainty: placeholder }
                issues:
                  - id: SIZE
                    numeral: I
                    title: Size
                    shortTitle: Size
                    provisions:
                      - id: SEATS
                        title: Seats
                        question: How many members?
                        chapeau: Decides that the Council shall have
                        measure: { left: 11, right: 15, text: "{n} members" }
                        ladder:
                          - { at: 0, label: "11", text: eleven members }
                          - { at: 1, label: "15", text: fifteen members }
                programme:
                  hours: { opens: "10:30", suspendsAt: "13:00", resumesAt: "15:00" }
                  items:
                    - { kind: discussion, title: Debate, issues: [SIZE], meetings: [1963-12-16], roundsPerMeeting: 2 }
                    - { kind: vote, title: Vote, day: 1963-12-17, issues: [SIZE], gates: [adoption, ratification] }
                rules:
                  quorum: 2
                  brackets: adoption
                  elementsPaper: adoption
                  text: adoption
                  named:
                    - { name: adoption, title: Two thirds, method: membersMajority, votes: 2 }
                    - { name: ratification, title: "Two thirds, with the permanent members", method: membersMajority, votes: 2, including: [SUN] }
                coFacilitation:
                  names: [The President]
                  speakingTimeSeconds: { state: 600, group: 600 }
                """));
        Assert.Equal(["SUN", "TGY", "YUG"], scenario.States.Select(s => s.Id.Value));
        Assert.Equal(["SUN", "AFRO_ASIAN", "EASTERN"], scenario.States.Select(s => s.Home.Value));
        Assert.Equal(["DEFAULT", "AFRO_ASIAN", "DEFAULT"], scenario.Instructions.Select(i => i.Actor));
    }

    [Fact]
    public void A_stated_position_comes_before_the_table_and_a_States_own_before_its_groups()
    {
        var scenario = Sound(AScenarioFolder.CopyOf("security-council-reform-70").With("  epochs: [2015-17, all]", """
              epochs: [2015-17, all]
              stated:
                - { actor: SWE, provision: VET.1, position: 0.9, salience: 0.5, flexibility: 0.5, certainty: placeholder }
                - { actor: NORDIC, provision: VET.1, position: 0.8, salience: 0.5, flexibility: 0.5, certainty: placeholder }
            """));
        string At(string state) => scenario.Instructions.Where(i => i.Delegation.Value == state && i.Provision.Value == "VET.1").Select(i => $"{i.Ideal} {i.Actor}").Single();
        Assert.Equal(("0.90 SWE", "0.80 NORDIC"), (At("SWE"), At("NOR")));
    }

    [Fact]
    public void Parameters_that_are_not_given_keep_their_defaults()
    {
        var given = "parameters: { floorSlots: null, stepSize: 0.125, textPull: 0 }\n";
        var parameters = Sound(AScenarioFolder.CopyOf("security-council-reform-70").With("injects:\n", given + "injects:\n")).Parameters;
        Assert.Equal(new ModelParameters { FloorSlots = null, StepSize = Weight.FromShare(.125), TextPull = 0 }, parameters);
    }

    private static Scenario Sound(ScenarioReading reading)
    {
        Assert.Empty(reading.Faults);
        return reading.Scenario!;
    }
}
