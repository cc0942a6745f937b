# Subscribes the app to dropped reports. The key that this needs appears when the app has run once, which it can't before
# its roles are known everywhere: that may take ten minutes after the first provisioning. May be run again at any time.
$ErrorActionPreference = 'Stop'
$tries = 60
$pause = 10

function Test-Key {
    [bool](az functionapp keys list --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP `
        --name $env:LEDGER_APP_NAME --query systemKeys.blobs_extension --output tsv 2>$null)
}

Write-Host "Waiting until $env:LEDGER_APP_NAME runs …"
while (-not (Test-Key)) {
    $tries--
    if ($tries -le 0) {
        Write-Error 'The app has not started: it has no key named blobs_extension. See its log stream, then run: azd hooks run postdeploy'
    }
    # A request starts an instance.
    try { Invoke-WebRequest "$env:LEDGER_ADDRESS/api/health" -TimeoutSec $pause | Out-Null } catch { }
    Start-Sleep -Seconds $pause
}

az deployment group create --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP `
    --name ledger-subscription --template-file "$PSScriptRoot/../subscription.bicep" --output none `
    --parameters appName=$env:LEDGER_APP_NAME topicName=$env:LEDGER_TOPIC_NAME storageName=$env:LEDGER_STORAGE_NAME
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Write-Host "Reports that are dropped into $env:LEDGER_STORAGE_NAME/reports are taken in. The API: $env:LEDGER_ADDRESS/api/weeks"
