#!/bin/sh
# Subscribes the app to dropped reports. The key that this needs appears when the app has run once, which it can't before
# its roles are known everywhere: that may take ten minutes after the first provisioning. May be run again at any time.
set -eu
tries=60
pause=10

has_key() {
    [ -n "$(az functionapp keys list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" \
        --name "$LEDGER_APP_NAME" --query systemKeys.blobs_extension --output tsv 2>/dev/null | tr -d '\r')" ]
}

echo "Waiting until $LEDGER_APP_NAME runs …"
while ! has_key; do
    tries=$((tries - 1))
    if [ "$tries" -le 0 ]; then
        echo "The app has not started: it has no key named blobs_extension. See its log stream, then run: azd hooks run postdeploy" >&2
        exit 1
    fi
    # A request starts an instance.
    curl --silent --max-time "$pause" --output /dev/null "$LEDGER_ADDRESS/api/health" || true
    sleep "$pause"
done

az deployment group create --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" \
    --name ledger-subscription --template-file "$(dirname "$0")/../subscription.bicep" --output none \
    --parameters appName="$LEDGER_APP_NAME" topicName="$LEDGER_TOPIC_NAME" storageName="$LEDGER_STORAGE_NAME"
echo "Reports that are dropped into $LEDGER_STORAGE_NAME/reports are taken in. The API: $LEDGER_ADDRESS/api/weeks"
