namespace RnnGrader.Web.Tests.House;

public enum Database
{
    Sqlite,
    Postgres,
}
