using RnnGrader.Web.Tests.Browser;

namespace RnnGrader.Web.Tests.House;

public sealed class StageTests
{
    [Fact]
    public void What_opens_a_browser_is_in_its_stage()
    {
        var classes = typeof(StageTests).Assembly.GetTypes().Where(type => type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(Chromium)))).ToList();
        Assert.NotEmpty(classes);
        Assert.All(classes, type => Assert.Equal("browser", StageOrder.Trait(type, "stage")));
    }
}
