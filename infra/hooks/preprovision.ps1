# Reports, before anything is created, what the hook after the deployment will need.
$ErrorActionPreference = 'Stop'

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
    Write-Error 'The Azure CLI is missing: https://aka.ms/azure-cli. The event subscription is made with it.'
}
az account show --subscription $env:AZURE_SUBSCRIPTION_ID --output none
if ($LASTEXITCODE -ne 0) {
    Write-Error "The Azure CLI does not see the subscription $env:AZURE_SUBSCRIPTION_ID: run az login with the account that azd uses."
}
