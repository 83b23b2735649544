"""The data quality report for the open-government office: Chinese pages, pictures as evidence."""
