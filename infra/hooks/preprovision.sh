#!/bin/sh
# Reports, before anything is created, what the hook after the deployment will need.
set -eu

if ! command -v az >/dev/null; then
    echo "The Azure CLI is missing: https://aka.ms/azure-cli. The event subscription is made with it." >&2
    exit 1
fi
if ! az account show --subscription "$AZURE_SUBSCRIPTION_ID" --output none; then
    echo "The Azure CLI does not see the subscription $AZURE_SUBSCRIPTION_ID: run az login with the account that azd uses." >&2
    exit 1
fi
