using System.Reflection;
using RnnGrader.Web.Tests.Browser;
using Xunit.v3;

namespace RnnGrader.Web.Tests.House;

public sealed class StageTests
{
    [Fact]
    public void What_opens_a_browser_is_in_its_stage_whole()
    {
        var classes = typeof(StageTests).Assembly.GetTypes().Where(type => type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(Chromium)))).ToList();
        Assert.NotEmpty(classes);
        Assert.All(classes, type => Assert.Contains(
            new KeyValuePair<string, string>("stage", "browser"), type.GetCustomAttributes<Attribute>().OfType<ITraitAttribute>().SelectMany(trait => trait.GetTraits())));
    }
}
