# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet restore src/RnnGrader.Web --locked-mode --disable-build-servers
RUN dotnet publish src/RnnGrader.Web -c Release -o /app --no-restore --disable-build-servers

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# data/ holds the SQLite database where no Postgres is set; /srv is the working folder.
RUN mkdir -p /srv/data && chown -R $APP_UID /srv
COPY --from=build /app /app
WORKDIR /srv
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:5080 \
    Logging__Console__FormatterName=json
EXPOSE 5080
ENTRYPOINT ["dotnet", "/app/RnnGrader.Web.dll"]
